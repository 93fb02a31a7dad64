// One server for all, and some tests flush its scripts or count what a call allocates.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

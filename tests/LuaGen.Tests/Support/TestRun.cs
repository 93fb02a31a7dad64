// All tests share one server, and some flush its scripts or measure the allocations of a call.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

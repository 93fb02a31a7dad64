#!lua name=inventory
redis.register_function('reserve', function(keys, args) return redis.call('DECRBY', keys[1], args[1]) end)

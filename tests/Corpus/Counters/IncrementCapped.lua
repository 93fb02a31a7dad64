local k,by,cap=KEYS[1],tonumber(ARGV[1]),tonumber(ARGV[2])local n=tonumber(redis.call('GET',k)or 0)if n+by>cap then return{n,0}end return{redis.call('INCRBY',k,by),1}

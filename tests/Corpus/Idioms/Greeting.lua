-- KEYS[1] = Sprache des Nutzers (язык пользователя)
-- ARGV[1] = Name
-- Liefert die Begrüßung und die Zahl der Zeichen – nicht der Bytes.
local begruessungen = {
  de = "Grüß dich, %s!",
  fr = "Ça va, %s ?",
  ja = "こんにちは、%sさん",
  ru = "Привет, %s!",
}

-- Jedes Zeichen hat genau ein Byte, das kein Folgebyte (0x80–0xBF) ist.
local function laenge(text)
  local _, anzahl = text:gsub("[^\128-\191]", "")
  return anzahl
end

local sprache = redis.call("GET", KEYS[1])
local muster = sprache and begruessungen[sprache] or "Hello, %s! 👋"
local text = muster:format(ARGV[1] or "…")

return { text, laenge(text), #text }

-- Reads a note's text by the name that a context's own options give it, and gives the note back.
--
-- ARGV[1] note: json<Replies.Note>
-- RETURNS text: string?
-- RETURNS note: json<Replies.Note>
return { cjson.decode(ARGV[1]).inner_text or false, ARGV[1] }

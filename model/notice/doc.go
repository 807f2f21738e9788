// Package notice reads what an authority wrote, from the text that somebody
// pastes: a notice that an application has to be corrected, its acceptance, a
// decision.
//
//	words := notice.NewWords(proc, &app, zh, en)
//	n := notice.Read(text, words)
//	end, estimate, ok := n.Due.On(n.Date, received, calendar)
//
// Read finds the kind of the notice, its number, its date, the deadline that
// it sets, and the things that it asks for. Each Item comes with the row of
// the list or the question that its words name, and with the reason that they
// give; everything else is folded away into Rest. Nothing is invented: what
// the text does not say stays empty, and a person looks at all of it before it
// is recorded. Nothing is lost either: what is no item is in Rest.
//
// How authorities write is known here, in Chinese and in English translation:
// how they number (一、（一）1. ①), how they set a term, with what they begin
// and end a letter. The words for materials and questions are texts of the
// procedure and come in through Vocabulary, in every language at once.
//
// Reading is done on a plain form of the text (half width, simplified, small
// letters), of which each place leads back to the text as it was. Everything
// that Read returns is cut from the latter.
package notice

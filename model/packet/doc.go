// Package packet puts what was collected into one ZIP file that can be handed
// in: a folder for each material, numbered and named by the list, all scans
// once more as a single PDF with bookmarks, and the documents that the caller
// makes of what went in.
//
//	content, err := packet.Write(ctx, w, packet.Plan{Folders: …, Papers: …}, open, progress)
//
// Files are streamed and held against their hashes on the way; one that is not
// what it was ends the packet with a *DamagedError. What cannot be a page of
// the merged PDF (a DOCX, a locked or broken file) is in its folder all the
// same, and is in the PacketContent with the reason, so that nothing is left out in
// silence.
//
// The same plan over the same files gives the same bytes: names, order and
// times come from the plan, and the merged PDF is written here object by
// object (pdf.go), without a time or anything random. That also keeps the
// memory low: no more than one source at a time is held, however many there
// are.
package packet

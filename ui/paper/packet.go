package paper

import (
	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model/export"
	"github.com/xuke-cli/xuke/ui/page"
)

// NewPacket is the dialog that saves everything that was collected as one ZIP.
// That takes its time, so it says how far it is and can be stopped.
func NewPacket(d *Room) page.Screen {
	e := d.Env
	return e.SaveAs(d.Desk, page.Document{
		Title: locales.UIPacketTitle, Body: locales.UIPacketBody,
		Name:    func() string { return d.dated(locales.UIPacketFile) },
		Formats: []string{export.PacketFormat}, Langs: page.LangChoices, Lang: string(e.Lang),
		Keep:     "packet",
		Write:    d.pack,
		Done:     func(s page.Saved) string { return e.T(locales.UIPacketDone, "Path", s.Path, "Left", s.Left) },
		Progress: locales.UIPacketWriting, Stopped: locales.UIPacketStopped,
	})
}

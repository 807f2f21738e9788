package export_test

import (
	"strings"
	"testing"
	"time"

	"github.com/xuke-cli/xuke/locales"
	"github.com/xuke-cli/xuke/model"
)

var (
	day  = model.Date{Year: 2026, Month: time.December, Day: 20}
	card = model.Date{Year: 2030, Month: time.January, Day: 1}
)

// A line for each sort of check: what it says in both languages.
var inspections = []struct {
	model.Inspection
	zh, en string
}{
	{
		model.Inspection{Code: model.InspectSize, Level: model.Pass, Name: "执照.jpg", Want: model.Number(5 << 20), Got: model.Number(1 << 20)},
		"执照.jpg｜文件大小｜要求：不超过 5 MB；现在：1 MB。",
		"执照.jpg | File size: expected at most 5 MB, found 1 MB.",
	},
	{
		model.Inspection{Code: model.InspectFormat, Level: model.Warn, Want: model.Choices{"jpeg", "pdf"}, Got: model.Text("png")},
		"文件格式｜要求：JPEG、PDF；现在：PNG。请另存或转换成能收的格式。",
		"File format: expected JPEG and PDF, found PNG. Save or convert it to a format that is taken.",
	},
	{
		model.Inspection{Code: model.InspectDPI, Level: model.Inconclusive, Want: model.Number(300)},
		"清晰度｜要求：至少 300 dpi；现在：文件没有写明分辨率。请放大看字迹是否清楚；不清楚就按 300 dpi 以上重新扫描。",
		"Resolution: expected at least 300 dpi, found no resolution stated in the file. Zoom in: if the print is not sharp, scan it again at 300 dpi or more.",
	},
	{
		model.Inspection{Code: model.InspectEnding, Level: model.Warn, Want: model.Text("jpg"), Got: model.Text("pdf")},
		"文件扩展名｜要求：按内容用 .jpg；现在：.pdf。请打开核对：是这份材料就改正扩展名，不是就换成原来的文件。",
		"File ending: expected .jpg, by its content, found .pdf. Open it: if it is the right document, correct the ending; if not, use the original file.",
	},
	{
		model.Inspection{Code: model.InspectEquals, Level: model.Fail, Detail: model.OnNumber, Of: "shareholders", Want: model.Text("11010519491231002X"), Got: model.Text("440524188001010014")},
		"号码｜要求：与“股东”一致，即“1****************X”；现在：填的是“4****************4”。请对照原件，改正填错的一处；材料不是这一家的，就换成对的。",
		"Number on it: expected the same as “Shareholders”: 1****************X, found 4****************4. Compare with the original and correct what is wrong; if it is somebody else's document, replace it.",
	},
	{
		model.Inspection{Code: model.InspectCard, Level: model.Warn, Detail: model.ValidUntil, Want: model.LongTerm, Got: card},
		"身份证有效期｜要求：按签发时的年龄，有效期至长期；现在：有效期至2030年1月1日。请对照证件核对起止日期和号码，多半是填错了。",
		"Validity of the ID card: expected by the age at issue, valid until long-term (长期), found valid until 1 January 2030. Compare both dates and the number with the card: most likely one is mistyped.",
	},
	{
		model.Inspection{Code: model.InspectGap, Level: model.Pass, Detail: model.CoverMonth, Got: model.Choices(nil)},
		"缴费月份｜要求：一个月接一个月；现在：没有缺月。",
		"Months covered: expected month after month, found no gap.",
	},
}

func TestInspectionLine(t *testing.T) {
	p, _ := halfway(t)
	zh, en := words(t, locales.ZH, p), words(t, locales.EN, p)
	for _, c := range inspections {
		if got := zh.InspectionLine(c.Inspection); got != c.zh {
			t.Errorf("%s:\n got %s\nwant %s", c.Code, got, c.zh)
		}
		if got := en.InspectionLine(c.Inspection); got != c.en {
			t.Errorf("%s:\n got %s\nwant %s", c.Code, got, c.en)
		}
	}
}

// What somebody typed or named cannot reach the terminal, and a long list
// says how much more there is.
func TestInspectionIsHarmless(t *testing.T) {
	p, _ := halfway(t)
	w := words(t, locales.ZH, p)
	many := make(model.Choices, 30)
	for i := range many {
		many[i] = "\x1b[31m甲"
	}
	got := w.InspectionLine(model.Inspection{
		Code: model.InspectPeople, Level: model.Warn, Detail: model.NamesOn, Of: "insured-staff",
		Name: "\x1b]0;x\x07.pdf", Want: many, Got: model.Choices{"\u202e乙"}, On: day,
	})
	if strings.ContainsAny(got, "\x1b\x07\u202e") || !strings.Contains(got, "+22") {
		t.Errorf("%q", got)
	}
}

package notice

import (
	"regexp"
	"unicode/utf8"
)

// kinds are the words for what a notice is. Of those that are in a title the
// first counts: 不予受理 is no 受理. So it is with what the text says was
// decided.
var kinds = []struct {
	kind        Kind
	title, text func() *regexp.Regexp
}{
	{NonAcceptance,
		lazy(`不予受理|notice of non-?acceptance|(?:not accepted|rejection of (?:the )?application)`),
		lazy(`(?:决定|作出|现|依法).{0,12}不予受理|decided not to accept|(?:is|was|has) not (?:been )?accepted`)},
	{Refusal,
		lazy(`不予(?:批准|.{0,40}(?:许可|延续|变更|换发))|refus(?:al|ed)|decision not to (?:grant|license)`),
		lazy(`(?:决定|作出|现|依法).{0,12}不予(?:行政)?(?:许可|批准|延续|变更|换发)|(?:decided to refuse|has refused|is refused|decided not to grant)`)},
	{Correction,
		lazy(`补正|补充材料|补齐|退回|整改|修改意见|审查意见|审核意见|初审意见|correction|request for (?:supplement|further)|returned`),
		lazy(`补正|补齐|退回(?:修改|补充)?|修改后.{0,6}提交|重新(?:提交|上传|填报)|补充(?:完善|提交|上传)|please (?:correct|supplement|resubmit)|(?:must|should|to) be (?:corrected|supplemented)|correct(?:ion|ed|ions)\b|resubmit`)},
	{Approval,
		lazy(`准予.{0,40}(?:许可|延续|变更|换发)|行政许可决定书|许可决定书|批准|approv|decision to grant|grant(?:ed|ing)? (?:of )?(?:the )?(?:licen[cs]e|permission)`),
		lazy(`准予(?:(?:行政)?许可|延续|变更|换发)|(?:决定|现|依法).{0,12}(?:准予|批准|予以许可|颁发)|decided to (?:grant|approve)|(?:is|has been) (?:approved|granted)`)},
	{Acceptance,
		lazy(`受理|acceptance`),
		lazy(`(?:决定|准予|予以|现|已|依法).{0,6}受理|(?:is|has been) accepted|decided to accept`)},
}

var (
	conditional = lazy(`逾期|否则|如未|若未|视为|未(?:在|按|于).{0,40}的|\bif\b|failure|otherwise|unless`)
	titleEnds   = lazy(`(?:书|通知|告知|意见|决定|函|凭证|回执|单|notice|decision|letter)(?: {0,2}[(〔\[【].{0,60})?$|^(?:notice|decision|letter|request)\b`)
)

// maxTitle is how many characters a title has, and titleLines in which of the
// first lines it stands.
const (
	maxTitle   = 60
	titleLines = 8
)

// kind reads what sort of notice it is: by its title, else by what it decides
// or asks. What it threatens, if nothing is done, is left aside.
func (s *source) kind() Kind {
	for i, line := range s.lines(span{0, len(s.plain)}) {
		if i == titleLines {
			break
		}
		title := s.plain[line.lo:line.hi]
		if len(title) > maxTitle*utf8.UTFMax || utf8.RuneCountInString(title) > maxTitle || !titleEnds().MatchString(title) {
			continue
		}
		for _, k := range kinds {
			if k.title().MatchString(title) {
				return k.kind
			}
		}
	}
	best := len(kinds)
	for _, sentence := range s.sentences(span{0, len(s.plain)}) {
		text := s.flow[sentence.lo:sentence.hi]
		if at := conditional().FindStringIndex(text); at != nil {
			text = text[:at[0]]
		}
		for i, k := range kinds[:best] {
			if k.text().MatchString(text) {
				best = i
				break
			}
		}
	}
	if best == len(kinds) {
		return Unknown
	}
	return kinds[best].kind
}

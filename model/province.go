package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// A region is a provincial-level division of mainland China, as people write
// it. What it is called on a screen is the business of the texts.
type region struct{ code, short, full, english string }

// regions are in the official order (GB/T 2260).
var regions = []region{
	{"beijing", "北京", "北京市", "Beijing"},
	{"tianjin", "天津", "天津市", "Tianjin"},
	{"hebei", "河北", "河北省", "Hebei"},
	{"shanxi", "山西", "山西省", "Shanxi"},
	{"neimenggu", "内蒙古", "内蒙古自治区", "Inner Mongolia"},
	{"liaoning", "辽宁", "辽宁省", "Liaoning"},
	{"jilin", "吉林", "吉林省", "Jilin"},
	{"heilongjiang", "黑龙江", "黑龙江省", "Heilongjiang"},
	{"shanghai", "上海", "上海市", "Shanghai"},
	{"jiangsu", "江苏", "江苏省", "Jiangsu"},
	{"zhejiang", "浙江", "浙江省", "Zhejiang"},
	{"anhui", "安徽", "安徽省", "Anhui"},
	{"fujian", "福建", "福建省", "Fujian"},
	{"jiangxi", "江西", "江西省", "Jiangxi"},
	{"shandong", "山东", "山东省", "Shandong"},
	{"henan", "河南", "河南省", "Henan"},
	{"hubei", "湖北", "湖北省", "Hubei"},
	{"hunan", "湖南", "湖南省", "Hunan"},
	{"guangdong", "广东", "广东省", "Guangdong"},
	{"guangxi", "广西", "广西壮族自治区", "Guangxi Zhuang"},
	{"hainan", "海南", "海南省", "Hainan"},
	{"chongqing", "重庆", "重庆市", "Chongqing"},
	{"sichuan", "四川", "四川省", "Sichuan"},
	{"guizhou", "贵州", "贵州省", "Guizhou"},
	{"yunnan", "云南", "云南省", "Yunnan"},
	{"xizang", "西藏", "西藏自治区", "Tibet"},
	{"shaanxi", "陕西", "陕西省", "Shaanxi"},
	{"gansu", "甘肃", "甘肃省", "Gansu"},
	{"qinghai", "青海", "青海省", "Qinghai"},
	{"ningxia", "宁夏", "宁夏回族自治区", "Ningxia Hui"},
	{"xinjiang", "新疆", "新疆维吾尔自治区", "Xinjiang Uygur"},
}

var provinceCodes, provinceByName = indexRegions()

func indexRegions() ([]string, map[string]string) {
	codes := make([]string, len(regions))
	names := make(map[string]string)
	for i, r := range regions {
		codes[i] = r.code
		for _, name := range []string{r.code, r.short, r.full, r.english} {
			names[provinceKey(name)] = r.code
		}
	}
	names["xinjianguyghur"] = "xinjiang"
	return codes, names
}

// provinceKey makes Inner-Mongolia, INNER MONGOLIA and "Inner Mongolia
// Autonomous Region" the same name.
func provinceKey(name string) string {
	key := without(strings.ToLower(fold(name)), " -'.")
	for _, suffix := range []string{"autonomousregion", "municipality", "province", "city"} {
		if rest, ok := strings.CutSuffix(key, suffix); ok {
			return rest
		}
	}
	return key
}

// ProvinceCodes returns the 31 codes in the official order.
func ProvinceCodes() []string { return slices.Clone(provinceCodes) }

// FindProvince returns the code of a province by its code, its Chinese name,
// short or full, or its English one.
func FindProvince(name string) (code string, ok bool) {
	code, ok = provinceByName[provinceKey(name)]
	return code, ok
}

// parseProvinces reads names between commas, semicolons, slashes or spaces,
// or a JSON array of them, and returns the codes in the official order.
func parseProvinces(f Field, text string) (Value, error) {
	named, err := provinceNames(text)
	if err != nil {
		return nil, err
	}
	var codes Choices
	for _, name := range named {
		code, ok := FindProvince(name)
		switch {
		case !ok:
			return nil, &Error{Code: NotAProvince, Part: name, Accepts: ProvinceCodes()}
		case slices.Contains(codes, code):
			return nil, &Error{Code: TwiceProvince, Part: name}
		}
		codes = append(codes, code)
	}
	if codes == nil {
		return nil, &Error{Code: Empty}
	}
	if err := fewOrMany(f, len(codes)); err != nil {
		return nil, err
	}
	slices.SortFunc(codes, func(a, b string) int {
		return slices.Index(provinceCodes, a) - slices.Index(provinceCodes, b)
	})
	return codes, nil
}

func provinceNames(text string) ([]string, error) {
	s := fold(text)
	if strings.HasPrefix(s, "[") {
		var names []string
		if err := json.Unmarshal([]byte(s), &names); err != nil {
			return nil, &Error{Code: NotJSON, Part: err.Error()}
		}
		return names, nil
	}
	var names []string
	for _, piece := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",、;/|", r) }) {
		names = append(names, splitSpaces(strings.Fields(piece))...)
	}
	return names, nil
}

// splitSpaces takes as many words as make up a name, so that Inner Mongolia
// stays whole.
func splitSpaces(words []string) []string {
	var names []string
	for len(words) > 0 {
		n := 1
		for k := min(len(words), 4); k > 1; k-- {
			if _, ok := FindProvince(strings.Join(words[:k], " ")); ok {
				n = k
				break
			}
		}
		names = append(names, strings.Join(words[:n], " "))
		words = words[n:]
	}
	return names
}

// fewOrMany holds a length against the field's bounds.
func fewOrMany(f Field, n int) error {
	switch {
	case f.Min != nil && int64(n) < *f.Min:
		return &Error{Code: TooFew, Min: f.Min}
	case f.Max != nil && int64(n) > *f.Max:
		return &Error{Code: TooMany, Max: f.Max}
	}
	return nil
}

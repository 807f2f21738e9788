package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A company applies, in Chinese, from the first key to the exported list.
func TestWalkChinese(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	x := run80x24(t, "zh", filepath.Join(dir, "data"))
	x.sees("还没有申请")
	x.press("n", "开始之前", "如果今天提交")
	x.press("enter", "为谁服务")
	x.press("1", "● 1")
	x.press("enter", "营销外呼")
	x.press("2", "● 2")
	x.press("enter", "外资")
	x.press("1", "● 1")
	x.press("enter", "失信名单")
	x.press("1", "● 1")
	x.press("enter", "由谁来申请")
	x.press("1", "● 1")
	x.press("enter", "业务覆盖范围")
	x.press("1", "● 1")
	x.press("enter", "已有省内许可证")
	x.press("2", "● 2")
	x.press("enter", "业务种类与回访")
	x.press("1", "● 1")
	x.press("tab")
	x.press("2", "● 2")
	x.press("enter", "公司名称")
	x.press("北京蓝鲸客服科技有限公司", "北京蓝鲸客服科技有限公司")
	x.cursor(3+2*len([]rune("北京蓝鲸客服科技有限公司")), 7) // input methods open their window there
	x.press("tab")
	x.press("tab")
	x.press("91350100M000100Y43")
	x.press("tab")
	x.press("王某")
	x.press("tab")
	x.press("2020年1月2日", "= 2020年1月2日")
	x.press("enter", "注册地址")
	x.press("示例路1号")
	x.press("enter")
	x.press("示例路8号")
	x.press("enter", "联系人")
	x.press("李某")
	x.press("enter")
	x.press("13800138000")
	x.press("enter")
	x.press("li@example.com")
	x.press("enter", "注册资本是多少")
	x.press("１０００万", "= 10,000,000 元", "✓ 注册资本")
	x.press("enter", "经营范围与记录")
	x.goTo("shareholders", "添加股东")
	x.press("enter", "名称或姓名")
	x.press("甲公司")
	x.press("enter")
	x.press("1", "● 1")
	x.press("enter")
	x.press("enter")
	x.press("100")
	x.press("enter")
	x.press("enter", "甲公司", "填好了")
	x.goTo("shareholder-licence", "股东的营业执照：甲公司")
	x.goTo("materials", "因贵公司情况需要")
	x.press("f2", "needed in your situation") // the language, at any moment
	x.press("f2", "因贵公司情况需要")
	x.goTo("export", "写到哪个文件")
	x.press("\x15") // ctrl+u empties the field
	list := filepath.Join(dir, "清单.md")
	x.press(list, "清单.md")
	x.press("enter")
	x.press("enter")
	x.press("enter", "已导出")
	x.press("ctrl+c")
	x.ends()
	got, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"材料清单：北京蓝鲸客服科技有限公司", "股东的营业执照：甲公司", "不构成法律意见", "第6条第4项"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("the exported list has no %q", want)
		}
	}
}

// A lawyer reads the English: an outcome that stops, a way back, a change that
// shows what it does; then the terminal is closed in the middle of a word.
func TestWalkEnglish(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "data")
	x := run80x24(t, "en", data)
	x.sees("No applications yet")
	x.press("n", "Before you begin", "not submitted")
	x.press("enter", "Whom you serve")
	x.press("2", "● 2")
	x.press("enter", "[ Back ]") // only its own customers: probably no licence needed
	x.press("right", "[ Go on ]")
	x.press("enter", "Marketing calls")
	x.press("esc", "Whom you serve")
	x.press("1", "● 1")
	x.press("enter", "Marketing calls")
	x.press("f3", "Who will find out?")
	x.press("legal")
	x.press("enter")
	x.press("enter", "Foreign capital")
	x.goTo("coverage", "Service area")
	x.press("1", "● 1")
	x.press("enter", "Existing provincial licence")
	x.goTo("registered-capital", "How much is")
	x.press("8 million", "= CNY 8,000,000", "at least CNY 10,000,000;", "you entered CNY 8,000,000.")
	x.press("enter")
	x.goTo("coverage", "Service area")
	x.press("3", "● 3")
	x.press("enter", "This changes things", "required is now at least CNY 1,000,000")
	x.press("right", "[ Change it ]")
	x.press("enter", "Provinces")
	x.goTo("company-name", "Identity of the company")
	x.press("Blue Wh", "Blue Wh")
	if err := x.cmd.Process.Signal(syscall.SIGHUP); err != nil { // the terminal closes
		t.Fatal(err)
	}
	x.ends()

	x = run80x24(t, "en", data)
	x.sees("Go on where you left off?", "Blue Wh", "Company name")
	x.press("enter", "Identity of the company", "Blue Wh")
	x.press("ale Ltd", "Blue Whale Ltd")
	x.keeps("Blue Whale Ltd")
	x.kill() // or the machine dies

	x = run80x24(t, "en", data)
	x.sees("Blue Whale Ltd")
	x.press("ctrl+c")
	x.ends()
}

// While nothing changes, nothing is written to the terminal.
func TestQuiet(t *testing.T) {
	t.Parallel()
	x := run80x24(t, "zh", filepath.Join(t.TempDir(), "data"))
	x.sees("还没有申请", "退出")
	x.press("n", "开始之前", "按 Enter 开始")
	if !x.quiet(time.Second) {
		t.Error("it goes on drawing while nothing changes")
	}
	x.press("ctrl+c")
	x.ends()
}

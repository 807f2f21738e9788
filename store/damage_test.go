package store

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"github.com/xuke-cli/xuke/model"
)

// flips is how many random bits TestFlippedBits flips, one at a time.
var flips = flag.Int("flips", 250, "random bits to flip in TestFlippedBits")

// A truth is a database file and everything that it says.
type truth struct {
	file     []byte
	apps     map[model.ApplicationID]model.Application
	drafts   map[model.ApplicationID]model.Draft
	last     model.ApplicationID
	listings []model.Listing
	counts   Counts
	settings map[string]string
}

var queries = []model.Query{
	{}, {Sort: model.ByUpdated}, {Sort: model.ByTitle}, {Trash: true}, {State: "submitted"}, {Search: "bjlj"}, {Limit: 7, Offset: 5},
}

func makeTruth(t *testing.T, n int) truth {
	t.Helper()
	s := openDir(t, t.TempDir())
	fill(t, s, n)
	l, err := s.List(model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range l.Rows {
		if i%3 == 0 {
			err = errors.Join(err, s.SaveDraft(r.ID, model.Draft{Place: fmt.Sprint(i)}))
		}
		if i%5 == 0 {
			err = errors.Join(err, s.Delete(r.ID, epoch))
		}
		if i%7 == 0 { // leaves old copies behind
			a, _ := s.Load(r.ID)
			a.Title += "改"
			_, err2 := s.Save(a, summary(a, "preparing", model.Date{}), nil)
			err = errors.Join(err, err2)
		}
	}
	if err := errors.Join(err, s.SetSetting("language", "zh")); err != nil {
		t.Fatal(err)
	}
	want := truth{
		apps: make(map[model.ApplicationID]model.Application), drafts: make(map[model.ApplicationID]model.Draft),
		settings: map[string]string{"language": "zh"},
	}
	for _, r := range l.Rows {
		want.apps[r.ID], _ = s.Load(r.ID)
		if d, found, _ := s.Draft(r.ID); found {
			want.drafts[r.ID] = d
		}
	}
	for _, q := range queries {
		l, _ := s.List(q)
		want.listings = append(want.listings, l)
	}
	want.last, _, _ = s.LastOpen()
	want.counts, _ = s.Counts()
	s.Close()
	if want.file, err = os.ReadFile(s.Path()); err != nil {
		t.Fatal(err)
	}
	return want
}

// put writes a file where a database goes.
func put(t testing.TB, file []byte) (dir, path string) {
	t.Helper()
	dir = t.TempDir()
	path = filepath.Join(dir, fileName)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, path
}

// holds opens a damaged copy and holds everything that it says against the
// truth: each answer is an error or right, or at least says that it is damaged.
// And the file stays as it is. It reports whether anything was noticed.
func (want truth) holds(t *testing.T, dir string, damaged []byte) (noticed bool) {
	t.Helper()
	path := filepath.Join(dir, fileName)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, damaged) {
			t.Errorf("the damaged file was changed (%v)", err)
		}
	}()
	s, err := Open(dir, Options{})
	if err != nil {
		if CodeOf(err) == "" || CodeOf(err) == Busy {
			t.Errorf("opening: %v", err)
		}
		return true
	}
	defer s.Close()
	expect := func(what string, right bool, err error) {
		t.Helper()
		if noticed = noticed || err != nil; err == nil && !right {
			t.Errorf("%s is wrong", what)
		}
	}
	for id, a := range want.apps {
		got, err := s.Load(id)
		expect("application "+string(id), same(got, a), err)
		d, _, err := s.Draft(id)
		expect("draft "+string(id), same(d, want.drafts[id]), err)
	}
	for i, q := range queries {
		got, err := s.List(q)
		right, flagged := sameListing(got, want.listings[i])
		noticed = noticed || flagged
		expect(fmt.Sprintf("list %+v", q), right, err)
	}
	last, _, err := s.LastOpen()
	expect("last open", last == want.last, err)
	n, err := s.Counts()
	expect("counts", same(n, want.counts) || n.State[Damaged] > 0, err)
	for k, v := range want.settings {
		got, err := s.Setting(k)
		expect("setting "+k, got == v, err)
	}
	return noticed
}

// sameListing compares rows; one that says that it is damaged is not wrong,
// and may stand somewhere else.
func sameListing(got, want model.Listing) (right, flagged bool) {
	rows := make(map[model.ApplicationID]model.Summary)
	for _, r := range want.Rows {
		rows[r.ID] = r
	}
	for _, r := range got.Rows {
		if r.State == Damaged {
			flagged = true
		}
	}
	if flagged {
		for _, r := range got.Rows {
			if w, ok := rows[r.ID]; ok && r.State != Damaged && !same(r, w) {
				return false, true
			}
		}
		return len(got.Rows) >= len(want.Rows), true
	}
	return same(got, want), false
}

func TestForeignFiles(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.db")
	db, err := bolt.Open(other, 0o600, &bolt.Options{NoFreelistSync: true})
	if err != nil {
		t.Fatal(err)
	}
	db.Update(func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("meta")); return err })
	db.Close()
	foreign, _ := os.ReadFile(other)
	alike := filepath.Join(t.TempDir(), "alike.db")
	if db, err = bolt.Open(alike, 0o600, nil); err != nil {
		t.Fatal(err)
	}
	db.Update(func(b *bolt.Tx) error {
		tx := tx{b, alike}
		return errors.Join(tx.begin(1), tx.put(meta, formatKey, []byte("alike")))
	})
	db.Close()
	similar, _ := os.ReadFile(alike)
	for _, c := range []struct {
		name string
		file []byte
		want Code
	}{
		{"another format", similar, NotOurs},
		{"empty", nil, EmptyFile},
		{"text", []byte("许可\n"), NotOurs},
		{"JSON", []byte(`{"applications":[]}`), NotOurs},
		{"zeros", make([]byte, 1<<16), NotOurs},
		{"long text", bytes.Repeat([]byte("text "), 1<<14), NotOurs},
		{"another bbolt database", foreign, NotOurs},
	} {
		dir, path := put(t, c.file)
		for _, readOnly := range []bool{false, true} {
			_, err := Open(dir, Options{ReadOnly: readOnly})
			if wantCode(t, err, c.want); err != nil {
				if e, _ := errors.AsType[*Error](err); e.Path != path {
					t.Errorf("%s: the error is about %q", c.name, e.Path)
				}
			}
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, c.file) {
			t.Errorf("%s was changed (%v)", c.name, err)
		}
		for range 2 { // the lock was not left behind
			_, err := Open(dir, Options{})
			wantCode(t, err, c.want)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err = Open(dir, Options{})
	wantCode(t, err, NotOurs)
	_, err = Open(other, Options{})
	wantCode(t, err, NotOurs)
}

func TestTruncated(t *testing.T) {
	want := makeTruth(t, 24)
	dir := t.TempDir()
	for n, code := range map[int]Code{80: CutShort, 4096: CutShort, 8192: CutShort, len(want.file) / 2 &^ 4095: CutShort} {
		want.holds(t, dir, want.file[:n])
		_, err := Open(dir, Options{})
		wantCode(t, err, code)
	}
	lengths := []int{1, 15, 16, 20, 80, 4095, 4096, 4112, 4176, 8191, 8192, 8193, len(want.file) - 1}
	for n := 12288; n < len(want.file); n += 4096 {
		lengths = append(lengths, n)
	}
	for _, n := range lengths {
		if !want.holds(t, dir, want.file[:n]) && n < len(want.file)/2 {
			t.Errorf("cut to %d of %d bytes, and nothing was noticed", n, len(want.file))
		}
	}
}

func TestFlippedBits(t *testing.T) {
	want := makeTruth(t, 24)
	dir := t.TempDir()
	var bits []int
	for i := range *flips / 4 { // a quarter into the headers, evenly
		bits = append(bits, (i%2*4096+pageHead)*8 + i*headerSize*8*4 / *flips)
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for range *flips {
		bits = append(bits, r.IntN(len(want.file)*8))
	}
	noticed := 0
	for _, bit := range bits {
		file := bytes.Clone(want.file)
		file[bit/8] ^= 1 << (bit % 8)
		if want.holds(t, dir, file) {
			noticed++
		}
		if t.Failed() {
			t.Fatalf("bit %d of byte %d", bit%8, bit/8)
		}
	}
	t.Logf("%d of %d flips hit something", noticed, len(bits))
}

// TestOldPages lets the root of each bucket lead to every other page. Some hold
// what the bucket was a few saves ago, and every checksum on them is right.
func TestOldPages(t *testing.T) {
	want := makeTruth(t, 24)
	m, err := openImage(bytes.NewReader(want.file), int64(len(want.file)))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	root := want.file[m.root*4096 : (m.root+1)*4096]
	for _, b := range []bucket{applications, summaries, byDue, searched, drafts} {
		name := bytes.Index(root, []byte(b))
		if e, err := m.seek(m.root, nil, string(b)); err != nil || native.Uint64(e.value) == 0 {
			continue // small enough to be in the root page
		}
		at := int(m.root)*4096 + name + len(b)
		for id := uint64(2); id < m.pages; id++ {
			file := bytes.Clone(want.file)
			if native.Uint64(file[at:]) == id {
				continue
			}
			native.PutUint64(file[at:], id)
			if !want.holds(t, dir, file) || t.Failed() {
				t.Fatalf("the bucket %s leads to page %d, and nothing was noticed", b, id)
			}
		}
	}
}

// TestMisplacedPages puts each page that is in use in the place of each other
// one, under its number, as if a write had gone astray.
func TestMisplacedPages(t *testing.T) {
	want := makeTruth(t, 24)
	m, err := openImage(bytes.NewReader(want.file), int64(len(want.file)))
	if err != nil {
		t.Fatal(err)
	}
	free, own, err := m.free()
	if err != nil {
		t.Fatal(err)
	}
	var used []uint64
	for id := uint64(2); id < m.pages; id++ {
		if !slices.Contains(free, id) && (id < m.freelist || id >= m.freelist+own) {
			used = append(used, id)
		}
	}
	dir := t.TempDir()
	for _, at := range used {
		for _, from := range used {
			file := bytes.Clone(want.file)
			copy(file[at*4096+8:(at+1)*4096], want.file[from*4096+8:])
			if want.holds(t, dir, file); t.Failed() {
				t.Fatalf("page %d in the place of %d", from, at)
			}
		}
	}
}

// TestDamagedPages zeroes, repeats and scrambles whole pages.
func TestDamagedPages(t *testing.T) {
	want := makeTruth(t, 24)
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(1, 2))
	for at := 0; at < len(want.file); at += 4096 {
		zero, again, noise := bytes.Clone(want.file), bytes.Clone(want.file), bytes.Clone(want.file)
		clear(zero[at : at+4096])
		copy(again[at:at+4096], want.file[r.IntN(len(want.file)/4096)*4096:])
		for i := range 4096 {
			noise[at+i] = byte(r.Uint32())
		}
		for name, file := range map[string][]byte{"zero": zero, "again": again, "noise": noise} {
			if want.holds(t, dir, file); t.Failed() {
				t.Fatalf("page %d: %s", at/4096, name)
			}
		}
	}
}

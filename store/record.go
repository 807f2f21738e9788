package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// A sealed value is
//
//	version   1 byte, recordVersion
//	checksum  4 bytes, big-endian: CRC32C of bucket, 0, key, 0, version, payload
//	payload
//
// The checksum covers the place too, so a value under a changed key, or one
// that a changed pointer leads to, is found out as well as a changed value.
const (
	recordVersion = 1
	sealSize      = 5
)

// errDamaged is at the bottom of every Corrupt error about a value.
var errDamaged = errors.New("the checksum does not fit")

func seal(b bucket, key string, payload []byte) []byte {
	sealed := make([]byte, sealSize, sealSize+len(payload))
	sealed[0] = recordVersion
	binary.BigEndian.PutUint32(sealed[1:], checksum(b, key, recordVersion, payload))
	return append(sealed, payload...)
}

// unseal returns the payload, which is part of sealed.
func unseal[K string | []byte](b bucket, key K, sealed []byte) ([]byte, error) {
	if len(sealed) < sealSize {
		return nil, fmt.Errorf("%s %q: %w", b, key, errDamaged)
	}
	version, sum, payload := sealed[0], binary.BigEndian.Uint32(sealed[1:]), sealed[sealSize:]
	if sum != checksum(b, key, version, payload) {
		return nil, fmt.Errorf("%s %q: %w", b, key, errDamaged)
	}
	if version != recordVersion {
		return nil, &Error{Code: NewerVersion, Err: fmt.Errorf("%s %q: record version %d", b, key, version)}
	}
	return payload, nil
}

func checksum[K string | []byte](b bucket, key K, version byte, payload []byte) uint32 {
	// MakeTable is a look-up for this polynomial. In a package variable it
	// would cost every start, --version included.
	table := crc32.MakeTable(crc32.Castagnoli)
	var place [128]byte
	head := append(append(append(append(place[:0], b...), 0), key...), 0, version)
	return crc32.Update(crc32.Checksum(head, table), table, payload)
}

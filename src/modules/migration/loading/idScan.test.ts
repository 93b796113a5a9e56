import { expect, test } from 'vitest'
import { IdScan } from './idScan.ts'

test('ids that repeat are found wherever the pieces of the file are cut, in capitals or not', () => {
  const text =
    '<LAchildID>A1</LAchildID><X/><LAchildID> a1 </LAchildID><LAchildID>B</LAchildID><LAchildID>A1</LAchildID>'
  for (let cut = 0; cut <= text.length; cut += 1) {
    const scan = new IdScan()
    scan.take(Buffer.from(text.slice(0, cut)))
    scan.take(Buffer.from(text.slice(cut)))
    expect([...scan.times]).toEqual([['A1', 3]])
  }
})

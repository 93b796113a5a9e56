import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readApart } from './readApart.ts'

const pdf = (content: Buffer, dict = '') =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj\n<< /Type /Page /Contents 2 0 R /Resources << /Font << /F1 3 0 R >> >> >>\nendobj\n',
    ),
    Buffer.from(`2 0 obj\n<< ${dict} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from(
      '\nendstream\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding >>\nendobj\n',
    ),
  ])

test('a file is read on a thread of its own', async () => {
  const file = pdf(Buffer.from('BT /F1 9 Tf (Hiddenmere Lane) Tj ET'))
  expect(await readApart('application/pdf', file)).toMatchObject({
    words: expect.stringContaining('Hiddenmere Lane'),
    unread: null,
  })
})

test('one that is made to take for ever is given up, and other work goes on meanwhile', async () => {
  const endless = deflateSync(Buffer.from('BT /F1 9 Tf '.concat('[(a) 1 (b)] TJ 1 0 Td '.repeat(2_500_000))))
  let beats = 0
  const pulse = setInterval(() => (beats += 1), 10)
  const read = await readApart('application/pdf', pdf(endless, '/Filter /FlateDecode'), 0.5)
  clearInterval(pulse)
  expect(read).toEqual({ words: '', unread: 'broken' })
  expect(beats).toBeGreaterThan(10)
})

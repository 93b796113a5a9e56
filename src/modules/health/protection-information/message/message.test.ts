import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { accessText, acknowledgementText, inactiveText } from './nhsText.ts'
import { readNhsMessage } from './readNhsMessage.ts'
import { hl7Time, oids, type UploadLine, uploadFile } from './uploadFile.ts'
import { all, xmlTree } from './xmlTree.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const line: UploadLine = {
  id: makeUuid(),
  kind: 'child_protection_plan',
  subject: {
    nhsNumber: '9990000018',
    given: 'Wren & Ivy',
    family: '<Otterly>',
    born: day('2020-01-02'),
    expectedOn: null,
  },
  startedOn: day('2026-03-02'),
  endedOn: null,
  deletedAt: null,
}
const write = (...lines: readonly UploadLine[]) =>
  xmlTree(
    uploadFile({
      id: makeUuid(),
      sequence: 7,
      madeAt: Temporal.Instant.from('2026-07-01T12:00:00Z'),
      sender: { authorityCode: '999', name: 'Exampleshire', telephone: '1', outOfHoursTelephone: '2' },
      lines,
    }),
  )

test('a file says its number, its count, the time with its offset, and whose plan it is', () => {
  const file = write(line, { ...line, kind: 'looked_after', endedOn: day('2026-06-01') })
  if (file === null) throw new Error('It is XML')
  expect(all(file, 'sequenceNumber')[0]?.attributes).toEqual({ root: oids.sequence, extension: '7' })
  expect(all(file, 'transmissionQuantity')[0]?.attributes['value']).toBe('2')
  expect(all(file, 'effectiveTime')[0]?.attributes['value']).toBe('20260701130000+0100')
  expect(all(file, 'family')[0]?.text).toBe('<Otterly>')
  expect(all(file, 'templateId').map(({ attributes }) => attributes['extension'])).toEqual([
    'COCT_TP145101GB01#ChildSubject',
    'COCT_TP146101GB01#ChildProtectionPlanInformationUpload',
    'COCT_TP145101GB01#ChildSubject',
    'COCT_TP146100GB01#LookedAfterChildInformationUpload',
  ])
  expect(all(file, 'high').map(({ attributes }) => attributes['value'])).toEqual(['20260601'])
})

test('an unborn child’s plan is told of the mother; an error is told as deleted', () => {
  const subject = { ...line.subject, expectedOn: day('2026-12-01') }
  const file = write({
    ...line,
    kind: 'unborn_plan',
    subject,
    deletedAt: Temporal.Instant.from('2026-01-05T00:00:00Z'),
  })
  if (file === null) throw new Error('It is XML')
  expect(all(file, 'UnbornChildSubject')).toHaveLength(1)
  expect(all(file, 'expectedDeliveryTime')[0]?.attributes['value']).toBe('20261201')
  expect(all(file, 'deletionTime')[0]?.attributes['value']).toBe('20260105000000+0000')
})

test('an answer is read line by line', () => {
  const id = makeUuid()
  const read = readNhsMessage(acknowledgementText(7, 'CPF03', [{ id, code: 'CPR07', detail: 'E12' }]))
  expect(read).toEqual({
    ...{ kind: '02', sequence: 7, code: 'CPF03', detail: null },
    lines: [{ id, code: 'CPR07', detail: 'E12' }],
  })
})

test('a sequence number that the NHS could not read is none', () => {
  expect(readNhsMessage(acknowledgementText(-1, 'CPF01'))).toMatchObject({ sequence: null, code: 'CPF01' })
})

test('an opening is read with who, where and when; a notice may be empty', () => {
  const at = Temporal.Instant.from('2026-11-02T21:15:00Z')
  expect(readNhsMessage(accessText('N-1', [{ nhsNumber: '9990000018', at }]))).toMatchObject({
    kind: '05',
    notice: 'N-1',
    openings: [{ nhsNumber: '9990000018', openedAt: at, role: 'Emergency nurse' }],
  })
  expect(readNhsMessage(accessText('N-2', []))).toMatchObject({ openings: [] })
})

test('numbers no longer in use are read', () => {
  expect(readNhsMessage(inactiveText('9990000018', '9990000018'))).toEqual({
    kind: '06',
    numbers: ['9990000018'],
  })
})

test('what is no such message, has a document type, or says an hour without its offset is refused', () => {
  const refused = [
    'hello',
    '<REPC_MT000002GB01/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><REPC_MT000005GB01>&b;</REPC_MT000005GB01>',
    '<REPC_MT000003GB01><sequenceNumber extension="7"/><responseCode code="CPF99"/></REPC_MT000003GB01>',
    `<REPC_MT000004GB01><id root="1"/><accessEvent><id root="${oids.nhsNumber}" extension="1"/><effectiveTime value="20260701120000"/></accessEvent></REPC_MT000004GB01>`,
    '<a>'.repeat(80),
  ]
  for (const text of refused) expect(readNhsMessage(Buffer.from(text))).toBeNull()
  expect(readNhsMessage(Buffer.from([0xff, 0xfe, 0x00]))).toBeNull()
})

test('winter and summer have their own offsets', () => {
  expect(hl7Time(Temporal.Instant.from('2026-01-01T00:00:00Z'))).toBe('20260101000000+0000')
})

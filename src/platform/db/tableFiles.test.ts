import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { dataModelPage, tableFiles } from './tableFiles.ts'
import { tableSource } from './tableSource.ts'

const record = await testRecord()

test('every tables.ts says what the migrated database says', async () => {
  const files = await tableFiles(record.ownerUrl)
  expect(files.length).toBeGreaterThanOrEqual(10)
  for (const { path, text } of files)
    expect(await readFile(join(import.meta.dirname, '../..', path), 'utf8'), path).toBe(text)
})

test('docs/data-model.md says what the migrated database says', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/data-model.md'), 'utf8')
  expect(await dataModelPage(record.ownerUrl)).toBe(page)
})

test('a column of a type unknown here is refused by name', () => {
  const column = {
    name: 'shape',
    type: 'polygon',
    notNull: true,
    hasDefault: false,
    isAlwaysGenerated: false,
    codes: null,
  }
  expect(() =>
    tableSource('OddTables', [{ schema: 'record', name: 'odd', columns: [column] }], {
      columns: '',
      ids: '',
    }),
  ).toThrow('record.odd.shape is a polygon')
})

import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { rewrapDataKey } from './dataKey.ts'
import { openFileStore } from './fileStore.ts'

const root = mkdtempSync(join(tmpdir(), 'kith-files-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const installationKey = randomBytes(32)
const place = (name: string, authority = '999') => ({ folder: join(root, name), authority, installationKey })
const words = Buffer.from('A letter about nobody in particular.')

function everyByte(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Buffer.concat(files.map(entry => readFileSync(join(entry.parentPath, entry.name))))
}

test('gives back what was stored, under a name that tells nothing, with nothing readable on the disk', async () => {
  const store = openFileStore(place('a'))
  const [one, other] = [makeUuid(), makeUuid()]
  const storedKey = await store.put(one, words)
  expect(storedKey).toMatch(/^[0-9a-f]{64}$/)
  expect(await store.put(other, words)).not.toBe(storedKey)
  expect(await store.get(one, storedKey)).toEqual({ kind: 'found', bytes: words })
  expect(everyByte(join(root, 'a')).includes('nobody in particular')).toBe(false)
})

test('opens a file for its own document and authority only', async () => {
  const store = openFileStore(place('b'))
  const [one, other] = [makeUuid(), makeUuid()]
  const storedKey = await store.put(one, words)
  expect(await store.get(other, storedKey)).toEqual({ kind: 'altered' })
  await expect(openFileStore(place('b', '998')).get(one, storedKey)).rejects.toMatchObject({
    code: 'KITH_CONFIG_WRONG',
  })
})

test('tells a file that was changed by one bit, cut short or taken away', async () => {
  const store = openFileStore(place('c'))
  const id = makeUuid()
  const storedKey = await store.put(id, words)
  const path = join(root, 'c', storedKey.slice(0, 2), storedKey)
  const sealed = readFileSync(path)
  for (const at of [0, 3, 12, 25, sealed.length - 1]) {
    const bad = Buffer.from(sealed)
    bad[at] = (bad[at] ?? 0) ^ 1
    writeFileSync(path, bad)
    expect(await store.get(id, storedKey)).toEqual({ kind: 'altered' })
  }
  writeFileSync(path, sealed.subarray(0, 20))
  expect(await store.get(id, storedKey)).toEqual({ kind: 'altered' })
  rmSync(path)
  expect(await store.get(id, storedKey)).toEqual({ kind: 'missing' })
  for (const odd of ['../../etc/passwd', `${storedKey}/..`, ''])
    expect(await store.get(id, odd)).toEqual({ kind: 'missing' })
})

test('says which key to put back when the installation has another', async () => {
  const store = openFileStore(place('d'))
  const id = makeUuid()
  const storedKey = await store.put(id, words)
  const otherKey = randomBytes(32)
  const withOther = openFileStore({ ...place('d'), installationKey: otherKey })
  await expect(withOther.get(id, storedKey)).rejects.toThrow(/Put back files\.key/)
  expect(await rewrapDataKey(place('d'), otherKey)).toBe(true)
  expect(await withOther.get(id, storedKey)).toEqual({ kind: 'found', bytes: words })
})

test('makes one data key when two begin at once', async () => {
  const [one, other] = [openFileStore(place('e')), openFileStore(place('e'))]
  const [id, otherId] = [makeUuid(), makeUuid()]
  const [key, otherKey] = await Promise.all([one.put(id, words), other.put(otherId, words)])
  expect(await other.get(id, key)).toEqual({ kind: 'found', bytes: words })
  expect(await one.get(otherId, otherKey)).toEqual({ kind: 'found', bytes: words })
})

test('lists what lies there, unfinished files of a crash too', async () => {
  const store = openFileStore(place('f'))
  const storedKey = await store.put(makeUuid(), words)
  writeFileSync(join(root, 'f', storedKey.slice(0, 2), `${storedKey}.x.new`), 'half')
  const listed = []
  for await (const file of store.list()) listed.push(file)
  expect(listed.map(file => file.storedKey).sort()).toEqual([storedKey, `${storedKey}.x.new`])
  for (const file of listed) await store.remove(file)
  for await (const file of store.list()) throw new Error(`${file.storedKey} is still there`)
})

import { existsSync, readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const found = async (pattern: string): Promise<string[]> =>
  (await Array.fromAsync(glob(pattern, { cwd: root }))).toSorted()

describe('docs/processes.md', () => {
  const page = read('docs/processes.md')

  test('lists every event that a command writes, and no other', async () => {
    const commands = (await found('src/modules/**/commands/*.ts'))
      .filter(path => !path.endsWith('.test.ts'))
      .map(read)
      .filter(text => text.includes("insertInto('app.outbox')") || text.includes("from './holdMeeting.ts'"))
    const written = commands.flatMap(text =>
      [...text.matchAll(/'([a-z]+\.[a-z]+)'/g)].map(match => match[1] ?? ''),
    )
    const events = [...new Set(written.filter(name => !name.startsWith('app.')))].toSorted()
    const table = page.slice(page.indexOf('\n## Events'))
    const listed = [...table.matchAll(/`([a-z]+\.[a-z]+)`/g)].map(match => match[1] ?? '')
    expect(events.length).toBeGreaterThan(3)
    expect(listed.filter(name => !name.startsWith('app.')).toSorted()).toEqual(events)
  })

  test('names every event in the row of a command too', () => {
    const [rows = '', table = ''] = page.split('\n## Events')
    for (const [, event = ''] of table.matchAll(/`((?!app\.)[a-z]+\.[a-z]+)`/g))
      expect(rows).toContain(`\`${event}\``)
  })
})

test('every module and the platform have a page that says what they are', async () => {
  const doors = await found('src/modules/*/index.ts')
  expect(doors.length).toBeGreaterThan(5)
  for (const folder of [...doors.map(dirname), 'src/platform', 'src/ui'])
    expect(existsSync(join(root, folder, 'README.md')), folder).toBe(true)
})

test('every link from one page of the documentation to another leads there', async () => {
  const pages = [
    ...(await found('docs/**/*.md')),
    ...(await found('src/**/README.md')),
    ...(await found('*.md')),
  ]
  expect(pages.length).toBeGreaterThan(20)
  const dead = pages.flatMap(page =>
    [...read(page).matchAll(/\]\((?!https?:|#|<)([^)#\s]+)/g)]
      .map(match => match[1] ?? '')
      .filter(link => !existsSync(join(root, dirname(page), link)))
      .map(link => `${page}: ${link}`),
  )
  expect(dead).toEqual([])
})

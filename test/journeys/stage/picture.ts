import { mkdirSync } from 'node:fs'
import type { Visitor } from './visitor.ts'

/** Pictures of a page, as wide as it is and on a phone, where a folder is named for them (KITH_PICTURES). */
export async function picture({ page }: Visitor, name: string): Promise<void> {
  const folder = process.env['KITH_PICTURES']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  for (const [width, height, end] of [
    [1280, 900, ''],
    [360, 740, '-360'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${folder}/${name}${end}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}

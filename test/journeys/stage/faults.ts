import { violations } from './axe.ts'
import type { Visitor } from './visitor.ts'
import { scrollsSideways } from './watchPage.ts'

/** Faults of the page shown, wide and on a phone: what axe finds, and whatever lies beside the screen. */
export async function faults({ page }: Visitor, pattern: string): Promise<readonly string[]> {
  const wide = await violations(page, 'all')
  await page.setViewportSize({ width: 360, height: 740 })
  const narrow = await violations(page, 'narrow')
  const sideways = (await scrollsSideways(page)) ? ['scrolls sideways'] : []
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...wide, ...[...narrow, ...sideways].map(fault => `at 360 pixels ${fault}`)].map(
    fault => `${pattern}: ${fault}`,
  )
}

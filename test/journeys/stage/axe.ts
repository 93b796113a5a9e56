import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules whose answer depends on the width of the screen. */
const narrowRules = ['target-size', 'scrollable-region-focusable', 'link-in-text-block', 'bypass']

/** What axe finds against WCAG 2.2 A and AA and good practice: the rule and the elements. */
export async function violations(page: Page, scope: 'all' | 'narrow'): Promise<readonly string[]> {
  if (scope === 'all') await page.evaluate(script)
  const runOnly = scope === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: narrowRules }
  const options = { runOnly, resultTypes: ['violations'] }
  return await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`)
}

import { expect, test } from 'vitest'
import type { County } from './stage/openCounty.ts'
import { visitAs } from './stage/visitor.ts'
import { keptInBrowser } from './stage/watchPage.ts'

/** A shared laptop: whoever comes next finds nothing. */
export function leavesNothingBehind(county: County): void {
  test('keeps nothing in the browser, and going back after signing out shows nothing', async () => {
    const { id } = await county.child('C100001')
    const rowan = await visitAs(county, 'Rowan Ashbrigg')
    await rowan.open(`/people/${id}`)
    await rowan.open(`/people/${id}/visits/new`)
    expect(await keptInBrowser(rowan.page)).toEqual([])
    await rowan.signOut()
    expect(await keptInBrowser(rowan.page)).toEqual([])
    const kept = await rowan.page.context().cookies()
    expect(kept.filter(({ path }) => !path.startsWith('/demo-identity')).map(({ name }) => name)).toEqual([])
    for (let step = 0; step < 4; step += 1) {
      await rowan.page.goBack()
      expect(await rowan.text()).not.toContain('Maisie')
    }
    rowan.complaints() // pages that are no longer valid may say so
  })
}

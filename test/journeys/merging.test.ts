import { expect, test } from 'vitest'
import { violations } from './stage/axe.ts'
import { openCounty } from './stage/openCounty.ts'
import { visitAs } from './stage/visitor.ts'

const county = await openCounty()

test('a worker asks, a manager confirms, and it is undone', async () => {
  const rowan = await visitAs(county, 'Rowan Ashbrigg')
  const clean = async (who: typeof rowan) => expect(await violations(who.page, 'all')).toEqual([])
  await rowan.open('/merges')
  await clean(rowan)
  await rowan.page.getByRole('link', { name: /Larkwood and/ }).click()
  await rowan.page.getByRole('heading', { name: 'Are these the same person?' }).waitFor()
  expect(await rowan.text()).toContain('Take it back')
  await clean(rowan)

  const gwen = await visitAs(county, 'Gwen Hollinwood')
  await gwen.open('/notices')
  expect(await gwen.text()).toContain('Two records may be of one person')
  await gwen.open('/merges')
  gwen.startCounting()
  await gwen.press(gwen.page.getByRole('link', { name: /Larkwood and/ }))
  const merge = gwen.page.getByRole('button', { name: 'Merge the two records' })
  for (const group of await gwen.page.getByRole('group').all())
    if ((await group.getByRole('radio').count()) > 1 && (await group.locator('input:checked').count()) === 0)
      await gwen.tick(group.getByRole('radio').first())
  await clean(gwen)
  await gwen.press(merge)
  await gwen.page.getByRole('heading', { name: 'Merged records' }).waitFor()
  await clean(gwen)
  expect(gwen.interactions()).toBeLessThanOrEqual(12)
  await gwen.press(gwen.page.getByRole('link', { name: 'Undo this merge' }))
  await clean(gwen)
  await gwen.write(gwen.page.getByLabel('Why is it undone?'), 'They are cousins with one name')
  await gwen.press(gwen.page.getByRole('button', { name: 'Make two records of it again' }))
  await gwen.page.getByRole('heading', { name: 'Two records again' }).waitFor()

  await rowan.open('/merges?show=undone')
  await rowan.page.getByRole('link', { name: /Larkwood and/ }).click()
  expect(await rowan.text()).toContain('They are cousins with one name')
  await clean(rowan)
}, 120_000)

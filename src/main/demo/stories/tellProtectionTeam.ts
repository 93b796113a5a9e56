import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'

/** A multi-agency child protection team that the county has begun to build before the law asks for it: nobody from health is named yet. */
export function tellProtectionTeam(teller: Teller): void {
  const { chronicle, dice } = teller
  const started = ago(teller, 90)
  const teamId = dice.id()
  const recorded = at(started, '10:00')
  const since = { started_on: started, version: 1 }
  chronicle.tell('protection_team', recorded, { ...since, id: teamId, name: 'Northmarsh protection team' })
  const members = [
    ['education', 'Imelda Rushmere', 'The authority, from its schools'],
    ['social_work', 'Bartholomew Quayle', 'The authority'],
    ['police', 'Detective Sergeant Odell Farrimond', 'The chief officer'],
  ] as const
  for (const [discipline, professional_name, nominated_by] of members)
    chronicle.tell('protection_team_member', recorded, {
      ...since,
      id: dice.id(),
      protection_team_id: teamId,
      discipline,
      professional_name,
      nominated_by,
    })
}

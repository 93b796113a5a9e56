import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import { ownSettings } from '../words/ownSettings.ts'
import { directoryBegan } from './makeAgencies.ts'

/** What the authority has set for itself, since its directory began. */
export function tellSettings({ chronicle, dice, authority }: Teller): void {
  const ids = dice.fork('settings') // nobody else’s chances change
  for (const [key, value] of Object.entries(ownSettings[authority.code] ?? {}))
    chronicle.tell('setting', at(directoryBegan, '09:00'), { id: ids.id(), key, value })
}

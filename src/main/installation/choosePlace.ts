import { readInstallation } from '#platform/db'
import { KithError } from '#platform/errors'
import type { Place, Places } from './place.ts'

/**
 * The place that a command is for: the only one or the first, or the one whose host, database, code or authority's name
 * was given.
 * @throws KithError naming the choices
 */
export async function choosePlace({ places }: Places, wanted: string | undefined): Promise<Place> {
  const [first] = places
  if (wanted === undefined && first !== undefined) return first
  const asked = (wanted ?? '').toLowerCase()
  for (const place of places) {
    if (place.host === asked || place.database.toLowerCase() === asked) return place
    const installation = await readInstallation(place.ownerUrl).catch(() => null) // not migrated: known by host only
    if (
      installation &&
      [installation.authorityCode, installation.authorityName.toLowerCase()].includes(asked)
    )
      return place
  }
  const choices = places.map(({ database, host }) => `${database} (${host})`).join(', ')
  throw new KithError('KITH_USAGE', {
    sentence: `No authority is called "${wanted}" here. There are: ${choices}.`,
  })
}

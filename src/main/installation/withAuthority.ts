import type { CommandContext } from '#platform/command-line'
import { choosePlace } from './choosePlace.ts'
import { type Authority, openAuthority } from './openAuthority.ts'
import { openPlaces } from './openPlaces.ts'
import type { Place, Places } from './place.ts'

/** The option of every command that works on one authority's record. */
export const authorityOption = {
  flags: '--authority <name>',
  doc: 'which authority, by name, code, host or database; the first when left out',
}

/** Runs with this installation's databases, and lets go of them afterwards. */
export async function withPlaces<R>(
  context: CommandContext,
  run: (places: Places) => Promise<R>,
): Promise<R> {
  const places = await openPlaces(context.config(), context.log)
  try {
    return await run(places)
  } finally {
    await places.stop()
  }
}

/** Runs with the place that `--authority` names, whether it has begun or not. */
export function withPlace<R>(
  context: CommandContext,
  run: (place: Place, places: Places) => Promise<R>,
): Promise<R> {
  return withPlaces(context, async places => {
    const wanted = context.options['authority']
    return run(await choosePlace(places, typeof wanted === 'string' ? wanted : undefined), places)
  })
}

/** Runs with the authority that `--authority` names, its record open. */
export function withAuthority<R>(
  context: CommandContext,
  run: (authority: Authority, places: Places) => Promise<R>,
): Promise<R> {
  return withPlace(context, async (place, places) => {
    const authority = await openAuthority(place)
    try {
      return await run(authority, places)
    } finally {
      await authority.database.close()
    }
  })
}

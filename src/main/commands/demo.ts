import { type CommandContext, type CommandDeclaration, writesRecord } from '#platform/command-line'
import { install } from '#platform/db'
import { KithError } from '#platform/errors'
import { londonDate, systemClock } from '#platform/time'
import { makeDemo } from '../demo/index.ts'
import { fileStoreOf, sealerOf } from '../installation/authorityFiles.ts'
import { openPlace, preparePlace } from '../installation/openAuthority.ts'
import type { Place } from '../installation/place.ts'
import { authorityOption, withPlace } from '../installation/withAuthority.ts'
import { registerModules } from '../modules.ts'
import { demoAgency } from './demoAgency.ts'
import { demoHospital } from './demoHospital.ts'
import { demoSchoolFile } from './demoSchoolFile.ts'
import { demoToken } from './demoToken.ts'

/** An invented authority and how much of it there is. */
export type DemoAuthority = {
  readonly code: string
  readonly name: string
  readonly children: number
  readonly seed: number
}

/** The two authorities of the demonstration, by order of the places: two authorities are two databases. */
export const demoAuthorities: readonly DemoAuthority[] = [
  { code: '989', name: 'Northmarsh County Council', children: 220, seed: 1 },
  { code: '988', name: 'Southfen Borough Council', children: 60, seed: 2 },
]

/** Fills an empty database with an invented county. */
export const demo: CommandDeclaration = {
  name: 'demo',
  summary: 'fill an empty database with an invented county, the same each time for one seed',
  options: [
    authorityOption,
    {
      flags: '--children <number>',
      doc: 'children with open work; closed ones and families come on top',
      fallback: '220',
    },
    { flags: '--seed <number>', doc: 'another seed makes another county', fallback: '1' },
    { flags: '--code <number>', doc: 'three-digit number of the invented authority', fallback: '989' },
    { flags: '--name <name>', doc: 'name of the invented authority', fallback: 'Northmarsh County Council' },
  ],
  subcommands: [demoHospital, demoAgency, demoSchoolFile, demoToken],
  past: writesRecord('demo'),
  run: context =>
    withPlace(context, async place => {
      const whole = (name: string, least: number, most: number) => {
        const value = Number(context.options[name])
        if (Number.isInteger(value) && value >= least && value <= most) return value
        throw new KithError('KITH_USAGE', {
          sentence: `--${name} is a whole number from ${least} to ${most}.`,
        })
      }
      const authority = {
        code: String(context.options['code']),
        name: String(context.options['name']),
        children: whole('children', 20, 20_000),
        seed: whole('seed', 1, 2 ** 31),
      }
      if ((await preparePlace(place)) !== null)
        throw new KithError('KITH_USAGE', {
          sentence: `The database ${place.database} holds an authority already. A demonstration county is made in an empty one.`,
        })
      const counts = await beginDemo(context, place, authority)
      const text = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
      return { text: `${authority.name}: ${text.join(', ')}.`, json: { authority, counts } }
    }),
}

/** Installs and tells the county; the place has been prepared and is empty. */
export async function beginDemo(
  context: CommandContext,
  place: Place,
  { children, seed, ...authority }: DemoAuthority,
): Promise<Readonly<Record<string, number>>> {
  registerModules()
  await install(
    place.ownerUrl,
    { authorityCode: authority.code, authorityName: authority.name, madeByDemo: true },
    place.contextKey,
  )
  const database = openPlace(place, 2)
  try {
    return await makeDemo({
      database,
      authority,
      children,
      seed,
      files: fileStoreOf(context.config(), place, { authorityCode: authority.code }),
      sealer: sealerOf(context.config(), place, { authorityCode: authority.code }),
      today: londonDate(systemClock.now()),
      onStep: (done, total, label) => context.progress.step(done, total, label),
    })
  } finally {
    await database.close()
  }
}

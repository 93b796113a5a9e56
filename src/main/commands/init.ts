import { type CommandDeclaration, writesRecord } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { beginAuthority } from '../installation/beginAuthority.ts'
import { preparePlace } from '../installation/openAuthority.ts'
import { authorityOption, withPlace } from '../installation/withAuthority.ts'

/** Begins an authority: its name and one administrator, no people. */
export const init: CommandDeclaration = {
  name: 'init',
  summary: 'begin an authority in an empty database: its name, and one administrator',
  description:
    'The administrator signs in with your identity provider (KITH_ISSUER) and adds teams and workers; an administrator sees no child.',
  options: [
    authorityOption,
    { flags: '--code <number>', doc: 'the DfE\u2019s three-digit number of the authority', required: true },
    { flags: '--name <name>', doc: 'the authority\u2019s name, as people see it', required: true },
    { flags: '--admin-name <name>', doc: 'the administrator\u2019s name', required: true },
    {
      flags: '--admin-subject <subject>',
      doc: 'what the identity provider calls the administrator (sub)',
      required: true,
    },
    { flags: '--admin-email <address>', doc: 'where notices go' },
  ],
  past: writesRecord('init'),
  run: context =>
    withPlace(context, async place => {
      const text = (name: string) => String(context.options[name] ?? '').trim()
      if (!/^\d{3}$/.test(text('code')))
        throw new KithError('KITH_USAGE', { sentence: 'The code has three digits, such as 201.' })
      await preparePlace(place)
      const begun = await beginAuthority(place, {
        code: text('code'),
        name: text('name'),
        administrator: {
          name: text('adminName'),
          subject: text('adminSubject'),
          email: text('adminEmail') || null,
        },
      })
      if (begun === 'has one')
        throw new KithError('KITH_USAGE', {
          sentence: `The database ${place.database} has an authority already: "kith init" begins one once. To finish one that was cut short, give its own --code and --name.`,
        })
      return {
        text: `${text('name')} has begun, with one administrator and no people. Set KITH_ISSUER, then run "kith start".`,
        json: { authority: text('name'), database: place.database },
      }
    }),
}

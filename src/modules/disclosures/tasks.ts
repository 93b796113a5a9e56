import { serviceActor } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Task } from '#platform/jobs'
import { makeDisclosures } from './making/makeDisclosures.ts'
import { deliverDue } from './sending/deliverDue.ts'

/** Every minute: writes down what subscriptions have not heard of, and sends what is due. */
export const disclosureTask = (sealer: Sealer, allowsPrivate: boolean): Task => ({
  name: 'send_disclosures',
  schedule: '* * * * *',
  async run({ database, log }) {
    const made = await database.as(serviceActor('listener'), 'disclosures', makeDisclosures)
    const sent = await deliverDue({ database, sealer, allowsPrivate })
    if (made > 0 || sent > 0) log.info('disclosures', { made, sent })
  },
})

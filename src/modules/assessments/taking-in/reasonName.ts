import type { Offer } from './offersFor.ts'

/** The field of the reason: one for each chapter. */
export const reasonName = ({ chapter }: Pick<Offer, 'chapter'>): string =>
  `why-${chapter.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

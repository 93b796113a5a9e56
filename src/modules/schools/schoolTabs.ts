import { type Html, subNavigation } from '#ui'

/** From one page about schools to the others. @param oversees whether the reader sees how every school is supported */
export const schoolTabs = (current: string, oversees: boolean): Html =>
  subNavigation({
    label: 'Schools',
    items: [
      { text: 'Children of my school', href: '/my-school' },
      { text: 'Supervision', href: '/school-supervision' },
      { text: 'Social workers in schools', href: '/school-placements' },
      ...(oversees ? [{ text: 'All schools', href: '/school-supervision/schools' }] : []),
    ].map(item => ({ ...item, active: item.href === current })),
  })

import { type Html, subNavigation } from '#ui'

/** The two lists of visits. @param active address of the one that is shown */
export const visitTabs = (active: '/attendances' | '/attendances/questions', asked: number): Html =>
  subNavigation({
    label: 'Visits',
    items: [
      { text: 'Told to you', href: '/attendances', active: active === '/attendances' },
      {
        text: `To be decided (${asked})`,
        href: '/attendances/questions',
        active: active === '/attendances/questions',
      },
    ],
  })

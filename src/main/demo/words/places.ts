/** The demo county: ten districts in five service areas. None of the places exists. */
export const areas: readonly {
  readonly name: string
  readonly districts: readonly [string, string]
}[] = [
  { name: 'North', districts: ['Aldermere', 'Brackenwold'] },
  { name: 'East', districts: ['Copperidge', 'Dunsmarshly'] },
  { name: 'South', districts: ['Eastonbrigg', 'Fernhallow'] },
  { name: 'West', districts: ['Greywickham', 'Harlestowe'] },
  { name: 'Central', districts: ['Inglemoorby', 'Kestrelbridge'] },
]

export const streets =
  `Amberley Badgerwood Beechnut Bluebell Brambling Cartwheel Chaffinch Clover Coppice Cornflower Curlew Dovecote
  Elderberry Fallow Fernbank Foxglove Goldcrest Hawkweed Heron Hopfield Juniper Kingfisher Lapwing Larkspur Linnet Mallow Marigold
  Millrace Nuthatch Orchid Osier Partridge Pipistrelle Quince Redshank Rosehip Rowanberry Sandpiper Sedge Skylark Snipe Sorrel Stonechat
  Teasel Thimble Turnstone Wagtail Whimbrel Woodruff Yarrow`
    .trim()
    .split(/\s+/)

export const streetKinds = [
  'Road',
  'Close',
  'Street',
  'Way',
  'Court',
  'Gardens',
  'Avenue',
  'Lane',
  'Crescent',
  'Drive',
] as const

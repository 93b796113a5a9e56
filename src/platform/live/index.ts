export { type News, openNews } from './openNews.ts'

/** A number with what is counted; zero is plural in English and singular in French. */
export const counted = {
  en: (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`,
  fr: (one: string, many: string) => (count: number) => `${count} ${count < 2 ? one : many}`,
} as const;

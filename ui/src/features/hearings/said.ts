/** What was said in a form: fields that hold nothing are left out of the request, as the core takes them. */

export type Said<T extends object> = {
  [K in keyof T as null extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

export function said<T extends object>(all: T): Said<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as Said<T>;
}

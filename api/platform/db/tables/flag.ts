/** 0 or 1: neither database driver binds booleans alike. */
export type Flag = number;

import type { BuildOptions } from 'esbuild';

export const STAND_INS: Readonly<Record<string, string>>;
export function webConfigurations(common: BuildOptions): BuildOptions[];

import type { planningProblems as english } from './planning.en.ts';

/** Problems of plans, in Spanish. */
export const planningProblems: Readonly<Record<keyof typeof english, string>> = {
  'planning.nothing_said':
    'No se dice nada de {item}. Indique existencias de seguridad, punto de pedido, mínimo o máximo.',
  'planning.repeated': '{item} aparece dos veces para un lugar y un día. Publíquelo una sola vez.',
  'planning.frozen':
    '{item} no puede cambiar el {day}: las políticas están congeladas hasta {freeFrom}. Publíquela con un día posterior o haga acortar los días congelados.',
  'planning.version_reused':
    'La versión {version} se publicó con otras políticas. Publique estas como una versión nueva.',
  'planning.version_over':
    'La versión {version} ya no vale ({state}). Publique una versión nueva o retire la que está activa.',
  'planning.version_not_active': 'La versión {version} no vale ({state}), así que no hay nada que retirar.',
};

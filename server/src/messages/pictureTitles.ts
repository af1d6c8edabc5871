/** How the pictures of a corpus are called, among its tables. */
export const pictureTitles = {
  dashboard: { en: 'Dashboard', fr: 'Tableau de bord' },
  network: { en: 'Network of names', fr: 'Réseau de noms' },
  map: { en: 'Map of places', fr: 'Carte des lieux' },
  barcode: { en: 'Dispersion plot', fr: 'Graphique de répartition' },
  timeline: { en: 'Time line', fr: 'Frise chronologique' },
  progress: { en: 'Progress of the review', fr: 'Avancement de la révision' },
} as const;

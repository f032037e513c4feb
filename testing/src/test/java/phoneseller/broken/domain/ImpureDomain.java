package phoneseller.broken.domain;

import org.springframework.stereotype.Service;

/** Breaks "domain is pure". */
@Service
public class ImpureDomain {}

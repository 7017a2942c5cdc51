"""The connection options libpq knows, in its own order, with the defaults it reports."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One connection option: where its default comes from when the caller gives none."""

    name: str
    environment: str | None = None
    default: str | None = None


OPTIONS = (
    Option("service", "PGSERVICE"),
    Option("user", "PGUSER"),
    Option("password", "PGPASSWORD"),
    Option("passfile", "PGPASSFILE"),
    Option("channel_binding", "PGCHANNELBINDING", "prefer"),
    Option("connect_timeout", "PGCONNECT_TIMEOUT"),
    Option("dbname", "PGDATABASE"),
    Option("host", "PGHOST"),
    Option("hostaddr", "PGHOSTADDR"),
    Option("port", "PGPORT", "5432"),
    Option("client_encoding", "PGCLIENTENCODING"),
    Option("options", "PGOPTIONS", ""),
    Option("application_name", "PGAPPNAME"),
    Option("fallback_application_name"),
    Option("keepalives"),
    Option("keepalives_idle"),
    Option("keepalives_interval"),
    Option("keepalives_count"),
    Option("tcp_user_timeout"),
    Option("sslmode", "PGSSLMODE", "prefer"),
    Option("sslnegotiation", "PGSSLNEGOTIATION", "postgres"),
    Option("sslcompression", "PGSSLCOMPRESSION", "0"),
    Option("sslcert", "PGSSLCERT"),
    Option("sslkey", "PGSSLKEY"),
    Option("sslcertmode", "PGSSLCERTMODE", "allow"),
    Option("sslpassword"),
    Option("sslrootcert", "PGSSLROOTCERT"),
    Option("sslcrl", "PGSSLCRL"),
    Option("sslcrldir", "PGSSLCRLDIR"),
    Option("sslsni", "PGSSLSNI", "1"),
    Option("requirepeer", "PGREQUIREPEER"),
    Option("require_auth", "PGREQUIREAUTH"),
    Option("min_protocol_version", "PGMINPROTOCOLVERSION"),
    Option("max_protocol_version", "PGMAXPROTOCOLVERSION"),
    Option("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION", "TLSv1.2"),
    Option("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
    Option("gssencmode", "PGGSSENCMODE", "prefer"),
    Option("krbsrvname", "PGKRBSRVNAME", "postgres"),
    Option("gsslib", "PGGSSLIB"),
    Option("gssdelegation", "PGGSSDELEGATION", "0"),
    Option("replication"),
    Option("target_session_attrs", "PGTARGETSESSIONATTRS", "any"),
    Option("load_balance_hosts", "PGLOADBALANCEHOSTS", "disable"),
    Option("scram_client_key"),
    Option("scram_server_key"),
    Option("oauth_issuer"),
    Option("oauth_client_id"),
    Option("oauth_client_secret"),
    Option("oauth_scope"),
    Option("sslkeylogfile"),
    Option("servicefile", "PGSERVICEFILE"),
)

NAMES = frozenset(option.name for option in OPTIONS)

#: Options whose values libpq never shows.
SECRET = frozenset({"password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key"})


def port_complaint(ports: str) -> str | None:
    """What libpq has against the port, or the list of ports; None if nothing."""
    for port in ports.split(","):
        try:
            number = int(port) if port else 5432
        except ValueError:
            return f'invalid integer value "{port}" for connection option "port"\n'
        if not 1 <= number <= 65535:
            return f'invalid port number: "{port}"\n'
    return None


def with_defaults(given: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """The options in force: what was given, else the environment's, else libpq's own."""
    in_force = {}
    for option in OPTIONS:
        value = given.get(option.name)
        if value is None and option.environment:
            value = environment.get(option.environment)
        if value is None:
            value = option.default
        if value is not None:
            in_force[option.name] = value
    in_force.setdefault("user", environment.get("USER", "student"))
    in_force.setdefault("dbname", in_force["user"])
    return {option.name: in_force[option.name] for option in OPTIONS if option.name in in_force}

namespace ChatAuth.Testing.Vendors;

/// <summary>
/// An environment in which everything that a vendor's package or the runtime obeys names another credential, another address, or both: every variable of theirs, proxies in
/// both spellings, and the profile files of Anthropic's own tools. Whatever of it is obeyed shows as <c>PLANTED</c>, or as a connection to the other address.
/// </summary>
public static class PlantedEnvironment
{
    private const string Profile = "PLANTED";

    /// <summary>Writes the files below a home directory, and returns the variables.</summary>
    public static IReadOnlyDictionary<string, string> Plant(string home, Uri elsewhere)
    {
        var address = elsewhere.ToString();
        var xdg = Path.Combine(home, "xdg");
        foreach (var directory in (string[])[Path.Combine(home, ".config", "anthropic"), Path.Combine(xdg, "anthropic"), Path.Combine(home, "anthropic")])
        {
            foreach (var profile in (string[])["default", Profile]) WriteProfile(directory, profile, address);
        }
        var planted = new Dictionary<string, string>
        {
            ["ANTHROPIC_API_KEY"] = "sk-PLANTED-key",
            ["ANTHROPIC_AUTH_TOKEN"] = "sk-PLANTED-token",
            ["ANTHROPIC_OAUTH_TOKEN"] = "sk-PLANTED-oauth",
            ["ANTHROPIC_BASE_URL"] = address,
            ["ANTHROPIC_CUSTOM_HEADERS"] = "x-api-key: sk-PLANTED\nAuthorization: Bearer sk-PLANTED\nCookie: a=PLANTED\nanthropic-version: PLANTED\nanthropic-beta: PLANTED\nHost: PLANTED",
            ["ANTHROPIC_CONFIG_DIR"] = Path.Combine(home, "anthropic"),
            ["ANTHROPIC_PROFILE"] = Profile,
            ["ANTHROPIC_FEDERATION_RULE_ID"] = "PLANTED",
            ["ANTHROPIC_IDENTITY_TOKEN"] = "PLANTED",
            ["ANTHROPIC_IDENTITY_TOKEN_FILE"] = Path.Combine(home, "anthropic", "credentials", $"{Profile}.json"),
            ["ANTHROPIC_ORGANIZATION_ID"] = "PLANTED",
            ["ANTHROPIC_SERVICE_ACCOUNT_ID"] = "PLANTED",
            ["ANTHROPIC_WORKSPACE_ID"] = "PLANTED",
            ["ANTHROPIC_WEBHOOK_SIGNING_KEY"] = "PLANTED",
            ["ANTHROPIC_OPEN_TELEMETRY"] = "true",
            ["ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE"] = "full",
            ["ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES"] = "1000000",
            ["OPENAI_API_KEY"] = "sk-PLANTED-openai",
            ["OPENAI_API_BASE"] = address,
            ["OPENAI_BASE_URL"] = address,
            ["OPENAI_ENDPOINT"] = address,
            ["OPENAI_CUSTOM_HEADERS"] = "Authorization: Bearer sk-PLANTED",
            ["OPENAI_ORG_ID"] = "PLANTED",
            ["OPENAI_ORGANIZATION"] = "PLANTED",
            ["OPENAI_PROJECT_ID"] = "PLANTED",
            ["OPENAI_DISABLE_TELEMETRY"] = "false",
            ["OPENAI_ENABLE_TRANSCRIPTION_SSE_STREAMING"] = "true",
            ["OPENAI_ENABLE_TTS_SSE_STREAMING"] = "true",
            ["OPENAI_EXPERIMENTAL_ENABLE_OPEN_TELEMETRY"] = "true",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_SEMCONV_STABILITY_OPT_IN"] = "gen_ai_latest_experimental",
            ["XDG_CONFIG_HOME"] = xdg,
            ["NO_PROXY"] = "",
            ["no_proxy"] = "",
        };
        foreach (var scheme in (string[])["HTTP", "HTTPS", "ALL"]) planted[$"{scheme}_PROXY"] = planted[$"{scheme.ToLowerInvariant()}_proxy"] = address;
        return planted;
    }

    private static void WriteProfile(string directory, string profile, string address)
    {
        Write("configs", $$"""{ "authentication": { "type": "user_oauth" }, "organization_id": "PLANTED", "workspace_id": "PLANTED", "base_url": "{{address}}" }""");
        Write("credentials", """{ "access_token": "sk-PLANTED-profile", "expires_at": "2099-01-01T00:00:00Z" }""");

        void Write(string kind, string text)
        {
            var path = Path.Combine(directory, kind, $"{profile}.json");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}

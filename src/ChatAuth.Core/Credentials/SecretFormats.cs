using System.Buffers;
using static ChatAuth.Core.Credentials.CharKinds;

namespace ChatAuth.Core.Credentials;

/// <summary>The formats with a prefix, the longer prefix before the shorter one that it begins with.</summary>
internal static class SecretFormats
{
    private static readonly SecretFormat[] All =
    [
        new("sk-ant-oat01-", 12, Token, "anthropic-oauth-token"),
        new("sk-ant-ort01-", 12, Token, "anthropic-refresh-token"),
        new("sk-ant-api03-", 12, Token, "anthropic-key"),
        new("sk-ant-admin01-", 12, Token, "anthropic-key"),
        new("sk-ant-sid01-", 12, Token, "anthropic-key"),
        new("sk-ant-", 10, Word, "anthropic-key"),
        new("sk-or-v1-", 16, Hex, "openrouter-key"),
        new("sk-proj-", 16, Token, "openai-key"),
        new("sk-svcacct-", 16, Token, "openai-key"),
        new("sk-admin-", 16, Token, "openai-key"),
        new("sk-lf-", 30, Token, "langfuse-key"),
        new("sk-", 32, Word, "openai-key"),
        new("sk_live_", 16, Word, "stripe-key"),
        new("sk_test_", 16, Word, "stripe-key"),
        new("rk_live_", 16, Word, "stripe-key"),
        new("rk_test_", 16, Word, "stripe-key"),
        new("whsec_", 24, Base64, "webhook-secret"),
        new("sk_", 40, Hex, "elevenlabs-key"),
        new("xai-", 32, Word, "xai-key"),
        new("gsk_", 32, Word, "groq-key"),
        new("csk-", 32, Word, "cerebras-key"),
        new("pplx-", 32, Word, "perplexity-key"),
        new("fw_", 22, Word, "fireworks-key"),
        new("r8_", 32, Token, "replicate-token"),
        new("hf_", 30, Word, "huggingface-token"),
        new("tgp_v1_", 30, Token, "together-key"),
        new("nvapi-", 40, Token, "nvidia-key"),
        new("pcsk_", 40, Token, "pinecone-key"),
        new("lsv2_", 30, Token, "langsmith-key"),
        new("tvly-", 20, Token, "tavily-key"),
        new("vck_", 24, Word, "vercel-key"),
        new("pa-", 40, Token, "voyage-key"),
        new("AIza", 30, Token, "google-api-key"),
        new("ya29.", 20, Token, "google-oauth-token"),
        new("1//0", 30, Token, "google-refresh-token"),
        new("GOCSPX-", 20, Token, "google-client-secret"),
        new("AKIA", 16, Caps, "aws-access-key-id"),
        new("ASIA", 16, Caps, "aws-access-key-id"),
        new("ABSK", 80, Base64, "aws-bedrock-key"),
        new("bedrock-api-key-", 30, Base64, "aws-bedrock-key"),
        new("AccountKey=", 60, Base64, "azure-storage-key"),
        new("SharedAccessKey=", 40, Base64, "azure-shared-access-key"),
        new("7Q~", 31, Dotted, "azure-client-secret"),
        new("8Q~", 31, Dotted, "azure-client-secret"),
        new("JQQJ99", 30, Word, "azure-ai-key"),
        new("ghp_", 30, Word, "github-token"),
        new("gho_", 30, Word, "github-token"),
        new("ghu_", 30, Word, "github-token"),
        new("ghs_", 30, Word, "github-token"),
        new("ghr_", 30, Word, "github-token"),
        new("github_pat_", 22, Token, "github-token"),
        new("glpat-", 16, Token, "gitlab-token"),
        new("gldt-", 16, Token, "gitlab-token"),
        new("glrt-", 16, Token, "gitlab-token"),
        new("xoxb-", 20, Token, "slack-token"),
        new("xoxp-", 20, Token, "slack-token"),
        new("xoxa-", 20, Token, "slack-token"),
        new("xoxe.", 20, Token, "slack-token"),
        new("xoxe-", 20, Token, "slack-token"),
        new("xapp-", 20, Token, "slack-token"),
        new("hooks.slack.com/services/T", 30, Base64, "slack-webhook"),
        new("/api/webhooks/", 60, Base64, "discord-webhook"),
        new("npm_", 30, Word, "npm-token"),
        new("pypi-", 40, Token, "pypi-token"),
        new("rubygems_", 40, Hex, "rubygems-key"),
        new("dckr_pat_", 20, Token, "docker-token"),
        new("dop_v1_", 40, Hex, "digitalocean-token"),
        new("cfut_", 30, Token, "cloudflare-token"),
        new("cfat_", 30, Token, "cloudflare-token"),
        new("cfk_", 30, Token, "cloudflare-token"),
        new("dapi", 32, Hex, "databricks-token"),
        new("SG.", 50, Dotted, "sendgrid-key"),
        new("shpat_", 30, Hex, "shopify-token"),
        new("hvs.", 24, Token, "vault-token"),
        new("lin_api_", 30, Word, "linear-key"),
        new("ntn_", 40, Word, "notion-token"),
        new("figd_", 36, Token, "figma-token"),
        new("glsa_", 32, Token, "grafana-token"),
        new("sbp_", 40, Hex, "supabase-token"),
        new("sb_secret_", 20, Token, "supabase-token"),
        new("ATATT3", 40, Base64, "atlassian-token"),
    ];

    public static readonly SearchValues<string> Prefixes =
        SearchValues.Create([.. All.Select(format => format.Prefix)], StringComparison.Ordinal);

    private static readonly SecretFormat[][] ByFirstCharacter =
        [.. Enumerable.Range(0, 128).Select(c => All.Where(format => format.Prefix[0] == c).ToArray())];

    /// <summary>Not in the table: a prefix of two letters would halve the speed of the search for all others.</summary>
    public static readonly SecretFormat Twilio = new("SK", 32, Hex, "twilio-key");

    /// <summary>The first of a JWT's three parts.</summary>
    public static readonly SecretFormat JwtHeader = new("eyJ", 13, Token, "jwt");

    public static ReadOnlySpan<SecretFormat> BeginningWith(char c) => ByFirstCharacter[c];
}

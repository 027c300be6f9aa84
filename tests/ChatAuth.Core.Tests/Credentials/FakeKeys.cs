namespace ChatAuth.Core.Tests.Credentials;

/// <summary>One key of each format, visibly fake and put together at run time, so that no scanner of a forge trips over this file.</summary>
internal static class FakeKeys
{
    public static readonly (string Format, string Key)[] Certain =
    [
        ("anthropic-key", "sk-ant-" + "api03-" + Fake(93)),
        ("anthropic-key", "sk-ant-" + "admin01-" + Fake(93)),
        ("anthropic-oauth-token", "sk-ant-" + "oat01-" + Fake(93)),
        ("anthropic-refresh-token", "sk-ant-" + "ort01-" + Fake(93)),
        ("openrouter-key", "sk-or-" + "v1-" + Hex(64)),
        ("openai-key", "sk-" + Fake(48)),
        ("openai-key", "sk-" + Hex(32)),
        ("openai-key", "sk-" + "proj-" + Fake(120)),
        ("openai-key", "sk-" + "svcacct-" + Fake(60)),
        ("openai-key", "sk-" + "admin-" + Fake(60)),
        ("stripe-key", "sk_" + "live_" + Fake(24)),
        ("stripe-key", "rk_" + "live_" + Fake(24)),
        ("webhook-secret", "whsec_" + Fake(32)),
        ("elevenlabs-key", "sk_" + Hex(48)),
        ("xai-key", "xai-" + Fake(80)),
        ("groq-key", "gsk_" + Fake(52)),
        ("cerebras-key", "csk-" + Fake(48)),
        ("perplexity-key", "pplx-" + Fake(48)),
        ("fireworks-key", "fw_" + Fake(24)),
        ("replicate-token", "r8_" + Fake(37)),
        ("huggingface-token", "hf_" + Fake(34)),
        ("together-key", "tgp_" + "v1_" + Fake(43)),
        ("nvidia-key", "nvapi-" + Fake(64)),
        ("pinecone-key", "pcsk_" + Fake(60)),
        ("langsmith-key", "lsv2_" + "pt_" + Hex(32) + "_" + Hex(10)),
        ("langfuse-key", "sk-lf-" + Hex(8) + "-fa4e-fa4e-fa4e-" + Hex(12)),
        ("tavily-key", "tvly-" + Fake(32)),
        ("vercel-key", "vck_" + Fake(56)),
        ("voyage-key", "pa-" + Fake(43)),
        ("google-api-key", "AIza" + Fake(35)),
        ("google-oauth-token", "ya29" + "." + Fake(60)),
        ("google-refresh-token", "1//" + "0" + Fake(60)),
        ("google-client-secret", "GOCSPX-" + Fake(28)),
        ("aws-access-key-id", "AKIA" + Fake(16)),
        ("aws-access-key-id", "ASIA" + Fake(16)),
        ("aws-bedrock-key", "ABSK" + Fake(110)),
        ("azure-storage-key", "AccountKey=" + Fake(86) + "=="),
        ("azure-shared-access-key", "SharedAccessKey=" + Fake(43) + "="),
        ("azure-client-secret", "FAK8" + "Q~" + Fake(34)),
        ("azure-ai-key", Fake(44) + "JQQJ" + "99" + Fake(34)),
        ("github-token", "ghp_" + Fake(36)),
        ("github-token", "gho_" + Fake(36)),
        ("github-token", "github_" + "pat_" + Fake(22) + "_" + Fake(59)),
        ("gitlab-token", "glpat-" + Fake(20)),
        ("slack-token", "xoxb-" + "0123456789-0123456789-" + Fake(24)),
        ("slack-token", "xapp-" + "1-A0FAKE-0123456789-" + Hex(64)),
        ("slack-webhook", "https://hooks.slack.com/services/" + "T0FAKE123/B0FAKE123/" + Fake(24)),
        ("discord-webhook", "https://discord.com/api/webhooks/" + "012345678901234567/" + Fake(68)),
        ("npm-token", "npm_" + Fake(36)),
        ("pypi-token", "pypi-" + Fake(160)),
        ("rubygems-key", "rubygems_" + Hex(48)),
        ("docker-token", "dckr_" + "pat_" + Fake(27)),
        ("digitalocean-token", "dop_" + "v1_" + Hex(64)),
        ("cloudflare-token", "cfut_" + Fake(48)),
        ("databricks-token", "dapi" + Hex(32)),
        ("sendgrid-key", "SG." + Fake(22) + "." + Fake(43)),
        ("twilio-key", "SK" + Hex(32)),
        ("shopify-token", "shpat_" + Hex(32)),
        ("vault-token", "hvs." + Fake(95)),
        ("linear-key", "lin_" + "api_" + Fake(40)),
        ("notion-token", "ntn_" + Fake(46)),
        ("figma-token", "figd_" + Fake(40)),
        ("grafana-token", "glsa_" + Fake(32) + "_" + Hex(8)),
        ("supabase-token", "sbp_" + Hex(40)),
        ("atlassian-token", "ATATT3" + Fake(180)),
        ("telegram-bot-token", "0123456789:" + "AAFAKE" + Fake(29)),
        ("discord-bot-token", Base64("012345678901234567") + ".FAKE01." + Fake(38)),
        ("jwt", Base64("{\"alg\":\"HS256\"}") + "." + Base64("{\"sub\":\"fake\",\"n\":1}") + "." + Fake(43)),
    ];

    /// <summary>Secrets that need several lines or a label, so that they are not split further.</summary>
    public static readonly (string Format, string Text)[] CertainDocuments =
    [
        ("private-key", PrivateKey("RSA PRIVATE KEY")),
        ("private-key", PrivateKey("OPENSSH PRIVATE KEY")),
        ("private-key", PrivateKey("PGP PRIVATE KEY BLOCK")),
        ("private-key", "{\"private_key\": \"" + PrivateKey("PRIVATE KEY").Replace("\n", "\\n") + "\"}"),
        ("credentials-json", "{\"claudeAiOauth\":{\"accessToken\":\"" + Fake(40) + "\",\"expiresAt\":1}}"),
        ("credentials-json", "{\n  \"tokens\": {\n    \"refresh_token\": \"" + Fake(40) + "\"\n  }\n}"),
    ];

    public static readonly (string Format, string Text)[] KeyLike =
    [
        ("hex-key", Hex(32)),
        ("hex-key", Hex(32).ToUpperInvariant()),
        ("random-token", Mixed(32)),
        ("random-token", Mixed(40)),
        ("labelled-secret", "api_key = " + Hex(20)),
        ("labelled-secret", "DEEPGRAM_API_KEY=" + Hex(40)),
        ("labelled-secret", "token: \"" + Hex(16) + "\""),
        ("labelled-secret", "Client-Secret:\n`" + Hex(24) + "`"),
        ("labelled-secret", "my password: " + "fake-horse-0123-battery"),
        ("labelled-secret", "key: 01234567-fa4e-fa4e-fa4e-" + Hex(12)),
    ];

    public static string Fake(int length) => Repeat("FAKE0123", length);

    public static string Hex(int length) => Repeat("fa4e0123", length);

    /// <summary>Looks random to a scanner: 0, z, 1, Y, 2, x and so on.</summary>
    public static string Mixed(int length) => string.Concat(Enumerable.Range(0, length).Select(MixedAt));

    private static char MixedAt(int at) => (at % 3) switch
    {
        0 => (char)('0' + (at / 3 % 10)),
        1 => (char)('z' - (at / 3 % 26)),
        _ => (char)('Y' - (at / 3 % 25)),
    };

    private static string Repeat(string word, int length) =>
        string.Concat(Enumerable.Repeat(word, (length / word.Length) + 1))[..length];

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text)).TrimEnd('=');

    private static string PrivateKey(string label) =>
        $"-----BEGIN {label}-----\n{Fake(64)}\n{Fake(64)}\n-----END {label}-----";
}
